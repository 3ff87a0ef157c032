import {
  CalendarCheck,
  Heart,
  type IconNode,
  MessageCircle,
  Repeat2,
  Send,
  Share2,
  ThumbsDown,
  Upload,
  UserPlus,
  Users,
  Vote,
} from "lucide";
import type { LocalizedText } from "../../../domain/localized-text.ts";
import type { TrainingCase } from "../../../domain/training-schema.ts";
import { localize } from "../../../i18n/format.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Portrait } from "./drawings.tsx";

export type Scene = TrainingCase["scene"];
type SceneOf<Kind extends Scene["kind"]> = Extract<Scene, { kind: Kind }>;

/** A name is the same in every language, or has translations. */
export const named = (name: string | LocalizedText): string =>
  typeof name === "string" ? name : localize(name);

const ICONS: Partial<Record<TrainingCase["action"], IconNode>> = {
  like: Heart,
  react: Heart,
  dislike: ThumbsDown,
  comment: MessageCircle,
  reply: MessageCircle,
  share: Share2,
  repost: Repeat2,
  quote: Repeat2,
  follow: UserPlus,
  join: Users,
  attend: CalendarCheck,
  publish: Send,
  send: Send,
  upload: Upload,
  vote: Vote,
};

/** The controls as a site draws them; the one that the case is about stands out. Decoration: the case says it in words. */
export function Controls({
  all,
  action,
}: {
  all: readonly TrainingCase["action"][];
  action: TrainingCase["action"];
}) {
  const shown = all.includes(action) || !ICONS[action] ? all : [...all, action];
  return (
    <p class="controls" aria-hidden="true">
      {shown.map((one) => (
        <span key={one} data-current={one === action || undefined}>
          <Icon icon={ICONS[one]!} size={18} />
        </span>
      ))}
    </p>
  );
}

/** Who speaks: picture, name and what is said about them. */
export function Speaker({
  name,
  about,
  many,
}: {
  name: string | LocalizedText;
  about?: LocalizedText | undefined;
  many?: boolean;
}) {
  return (
    <p class="speaker">
      <Portrait many={many ?? false} />
      <span>
        <strong>{named(name)}</strong>
        {about && <span class="small">{localize(about)}</span>}
      </span>
    </p>
  );
}

/** What the scene is drawn from besides its own data. */
export interface SceneProps<Kind extends Scene["kind"]> {
  scene: SceneOf<Kind>;
  action: TrainingCase["action"];
}
