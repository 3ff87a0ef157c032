import { Layers, LockKeyhole, ShieldAlert } from "lucide";
import { forTrusted } from "../../dom/trusted.ts";
import { localDay } from "../../domain/day.ts";
import { formatDay, localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { t } from "../../i18n/settings.ts";
import type { LayerInfo } from "../../messaging/protocol.ts";
import { Icon } from "../../ui/icon.tsx";
import { StageList } from "../shared/stages.tsx";
import type { LoadedSettings, SettingsActions } from "./model.ts";

/** From when it counts, or that its end is near or past. */
function Validity({ layer: { validity, validFrom = "", validUntil = "", meanwhile } }: { layer: LayerInfo }) {
  if (validity === undefined) return null;
  const day = formatDay(validity === "starts" ? validFrom : validUntil);
  if (validity === "starts" && meanwhile !== undefined)
    return <p data-validity>{t("rules.validity.meanwhile", { day, version: String(meanwhile) })}</p>;
  return (
    <p data-validity class={validity === "starts" ? "" : "warning"}>
      {t(`rules.validity.${validity}`, { day })}
    </p>
  );
}

function LayerCard({
  layer,
  locked,
  actions,
}: {
  layer: LayerInfo;
  /** Set by policy: if removed, it would come back at once. */
  locked: boolean;
  actions: SettingsActions;
}) {
  const { name } = layer;
  return (
    <section class="card" data-layer={name}>
      <h3>
        <Icon icon={Layers} />
        <span>
          {t(`rules.layer.${name}`)} · <span class="isolate">{plainText(localize(layer.title), 120)}</span>
        </span>
      </h3>
      <p>
        {t("rules.version", { version: String(layer.version), day: formatDay(layer.issued) })}
        {layer.validUntil &&
          layer.validity !== "ended" &&
          `, ${t("rules.until", { day: formatDay(layer.validUntil) })}`}
      </p>
      <p class="isolate">{t("rules.publisher", { publisher: layer.publisher })}</p>
      {layer.fingerprint && <p class="small">{t("rules.fingerprint", { print: layer.fingerprint })}</p>}
      {name === "own" && !layer.fingerprint && (
        <p class="warning">
          <Icon icon={ShieldAlert} /> {t("rules.unsigned")}
        </p>
      )}
      <Validity layer={layer} />
      {layer.broken && <p class="warning">{t("rules.broken")}</p>}
      {locked && (
        <p data-locked>
          <Icon icon={LockKeyhole} size={18} /> {t("rules.locked")}
        </p>
      )}
      {name !== "bundled" && !locked && (
        <button type="button" onClick={forTrusted(() => void actions.removeLayer(name))}>
          {t("rules.remove")}
        </button>
      )}
    </section>
  );
}

/** The layers in force, what they switch off, and what the last update changed. */
export function LayerList({ model, actions }: { model: LoadedSettings; actions: SettingsActions }) {
  const { info } = model;
  const { changes, feed, switchedOff: off } = info;
  const setByPolicy = model.user.policy.length > 0;
  return (
    <>
      <StageList stages={info.stages} hasRegion={model.user.settings.region !== null} />
      <p>{t("rules.counts", { tickets: info.tickets, accounts: info.accounts })}</p>
      {info.problem && <p class="warning isolate">{plainText(info.problem, 400)}</p>}
      {info.layers.map((layer) => (
        <LayerCard
          key={layer.name}
          layer={layer}
          locked={setByPolicy && layer.name === "agency"}
          actions={actions}
        />
      ))}
      {feed && (
        <section class="card" data-feed>
          <p class="isolate">
            {t("rules.feed", { url: feed.url })}
            {feed.lastGood &&
              `, ${t("rules.feed.good", { day: formatDay(localDay(new Date(feed.lastGood))) })}`}
          </p>
          {feed.pending && <p class="warning">{t(`rules.feed.waits.${feed.pending}`)}</p>}
          <button
            type="button"
            data-look
            onClick={forTrusted(() => void actions.followAddress(feed.url, false))}
          >
            {t("rules.feed.look")}
          </button>
        </section>
      )}
      {info.feedProblem && (
        <p class="warning isolate">
          {t("rules.feed.problem")} {plainText(localize(info.feedProblem.text), 400)}
        </p>
      )}
      {off.length > 0 && (
        <section class="card" data-switched-off>
          <h3>{t("rules.switched-off")}</h3>
          <ul>
            {off.map((item) => (
              <li key={item.text.id} class="isolate">
                {t("rules.switched-off.line", {
                  what: plainText(localize(item.text), 200),
                  layer: t(`rules.layer.${item.by}`),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes && (
        <details>
          <summary>
            {t("rules.changes", {
              layer: t(`rules.layer.${changes.name === "own" ? "own" : "agency"}`),
              day: formatDay(changes.day),
            })}
          </summary>
          {changes.changes.length === 0 ? (
            <p>{t("rules.changes.none")}</p>
          ) : (
            <ul>
              {changes.changes.map((change) => (
                <li key={change.id} class="isolate">
                  {plainText(localize(change), 300)}
                </li>
              ))}
            </ul>
          )}
        </details>
      )}
    </>
  );
}
