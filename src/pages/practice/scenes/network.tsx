import { PenLine, Radio } from "lucide";
import { localize } from "../../../i18n/format.ts";
import { t } from "../../../i18n/practice.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Portrait, Stage } from "./drawings.tsx";
import { Controls, named, type SceneProps, Speaker } from "./parts.tsx";

const OF_A_POST = ["like", "comment", "share"] as const;

export const PostScene = ({ scene, action }: SceneProps<"post">) => (
  <>
    <Speaker name={scene.by} about={scene.about} />
    <p>{localize(scene.text)}</p>
    {scene.options && (
      <ul class="poll">
        {scene.options.map((option) => (
          <li key={named(option)}>{named(option)}</li>
        ))}
      </ul>
    )}
    <Controls all={OF_A_POST} action={action} />
  </>
);

export const CommentScene = ({ scene, action }: SceneProps<"comment">) => (
  <>
    <Speaker name={scene.by} about={scene.about} />
    <p>{localize(scene.text)}</p>
    <Controls all={OF_A_POST} action={action} />
    {scene.reply && (
      <p class="reply">
        <Portrait />
        <span>{localize(scene.reply)}</span>
      </p>
    )}
  </>
);

export const ProfileScene = ({ scene, action }: SceneProps<"profile">) => (
  <div class="profile">
    <Portrait />
    <p>
      <strong>{named(scene.name)}</strong>
      <span class="small">{localize(scene.about)}</span>
    </p>
    <Controls all={["follow"]} action={action} />
  </div>
);

export const GroupScene = ({ scene, action }: SceneProps<"group">) => (
  <>
    <Speaker name={scene.name} about={scene.about} many />
    {scene.text && <p>{localize(scene.text)}</p>}
    <Controls all={["join"]} action={action} />
  </>
);

export const ComposerScene = ({ scene, action }: SceneProps<"composer">) => (
  <>
    <p class="draft">
      <Icon icon={PenLine} size={18} /> <span>{localize(scene.text)}</span>
    </p>
    <Controls all={["publish"]} action={action} />
  </>
);

export const LiveScene = ({ scene, action }: SceneProps<"live">) => (
  <>
    <Stage />
    <p>
      <Icon icon={Radio} size={18} /> <strong>{named(scene.by)}</strong> · {t("practice.scene.live")}
    </p>
    <p>{localize(scene.title)}</p>
    <Controls all={["like", "comment"]} action={action} />
  </>
);
