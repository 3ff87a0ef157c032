import { t } from "../i18n/app.ts";

/** The rooms of the extension, each one press away from every other. */
const ROOMS = [
  ["draft", "/popup.html#draft"],
  ["practice", "/practice.html"],
  ["book", "/book.html"],
  ["settings", "/settings.html"],
  ["welcome", "/welcome.html"],
  ["help", "/help.html"],
] as const;
export type Room = (typeof ROOMS)[number][0];

/** Links to the other rooms. */
export function RoomLinks({ here }: { here: Room }) {
  return (
    <nav class="rooms" aria-label={t("app.rooms")}>
      {ROOMS.filter(([room]) => room !== here).map(([room, href]) => (
        <a key={room} href={href}>
          {t(`room.${room}`)}
        </a>
      ))}
    </nav>
  );
}
