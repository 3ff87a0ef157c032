import { ExternalLink } from "lucide";
import type { Channel } from "../../engine/ruleset/schema/index.ts";
import { t } from "../../i18n/app.ts";
import { dateFormat, formatDay, localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { Icon } from "../../ui/icon.tsx";
import { safeHref } from "../../ui/safe-link.ts";

/** The date of the last mention; a source may give no more than the month ("2024-11"). */
const lastSeenText = (lastSeen: string): string =>
  /^\d{4}-\d{2}$/.test(lastSeen)
    ? dateFormat({ month: "long", year: "numeric" }).format(new Date(`${lastSeen}-01T00:00:00Z`))
    : formatDay(lastSeen);

/** Where to ask and where to report, each with the day on which a source last mentioned it. */
export function Channels({ channels }: { channels: readonly Channel[] }) {
  if (channels.length === 0) return null;
  const order = ["consult", "report", "closed"] as const;
  return (
    <section class="channels" aria-labelledby="channels-heading">
      <h2 id="channels-heading">{t("popup.channels")}</h2>
      <ul>
        {order.flatMap((kind) =>
          channels
            .filter((one) => one.kind === kind)
            .map((one) => <ChannelItem key={one.id} channel={one} />),
        )}
      </ul>
    </section>
  );
}

function ChannelItem({ channel }: { channel: Channel }) {
  const href = channel.url && safeHref(channel.url);
  return (
    <li class="isolate">
      <p>
        <span class="chip">{t(`popup.channels.${channel.kind}`)}</span>{" "}
        {href ? (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {plainText(localize(channel.name), 160)} ({new URL(href).hostname}){" "}
            <Icon icon={ExternalLink} size={14} />
          </a>
        ) : (
          <strong>{plainText(localize(channel.name), 160)}</strong>
        )}
      </p>
      {channel.contact && <p>{plainText(channel.contact, 160)}</p>}
      {channel.note && <p>{plainText(localize(channel.note), 300)}</p>}
      <p class="small">{t("popup.channels.seen", { day: lastSeenText(channel.lastSeen) })}</p>
    </li>
  );
}
