import { ExternalLink } from "lucide";
import type { Channel } from "../../engine/ruleset/schema/index.ts";
import { t } from "../../i18n/app.ts";
import { dateFormat, formatAgo, formatDay, localize } from "../../i18n/format.ts";
import { plainText } from "../../i18n/sanitize.ts";
import { Icon } from "../../ui/icon.tsx";
import { safeHref } from "../../ui/safe-link.ts";

/** The date of the last mention; a source may give no more than the month ("2024-11"). */
const lastSeenText = (lastSeen: string): string =>
  /^\d{4}-\d{2}$/.test(lastSeen)
    ? dateFormat({ month: "long", year: "numeric" }).format(new Date(`${lastSeen}-01T00:00:00Z`))
    : formatDay(lastSeen, "long");

/** Addresses and numbers in a contact as they are read, with the link that a phone or a mail program opens. */
export function contactParts(contact: string): { text: string; href?: string }[] {
  return contact.split(/([\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bSMS \d{3,6}\b|\+?\b\d{8,15}\b)/).flatMap((text) => {
    if (text === "") return [];
    if (text.includes("@")) return [{ text, href: `mailto:${text}` }];
    if (text.startsWith("SMS ")) return [{ text, href: `sms:${text.slice(4)}` }];
    return /^\+?\d{8,15}$/.test(text) ? [{ text, href: `tel:${text}` }] : [{ text }];
  });
}

/** Where to ask and where to report, each with the day on which a source last mentioned it. */
export function Channels({ channels, today }: { channels: readonly Channel[]; today: string }) {
  if (channels.length === 0) return null;
  const order = ["consult", "report", "closed"] as const;
  return (
    <section class="channels" aria-labelledby="channels-heading">
      <h2 id="channels-heading">{t("popup.channels")}</h2>
      <ul>
        {order.flatMap((kind) =>
          channels
            .filter((one) => one.kind === kind)
            .map((one) => <ChannelItem key={one.id} channel={one} today={today} />),
        )}
      </ul>
    </section>
  );
}

function ChannelItem({ channel, today }: { channel: Channel; today: string }) {
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
      {channel.contact && (
        <p>
          {contactParts(plainText(channel.contact, 160)).map(({ text, href }) =>
            href ? (
              <a key={text} href={href}>
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      )}
      {channel.note && <p>{plainText(localize(channel.note), 300)}</p>}
      <p class="small">
        {t("popup.channels.seen", {
          day: lastSeenText(channel.lastSeen),
          ago: formatAgo(channel.lastSeen, today),
        })}
      </p>
    </li>
  );
}
