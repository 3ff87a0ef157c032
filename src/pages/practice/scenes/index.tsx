import type { ComponentType } from "preact";
import { SITE_NAMES } from "../../../domain/sites.ts";
import type { TrainingCase } from "../../../domain/training-schema.ts";
import { t } from "../../../i18n/practice.ts";
import { ChatScene, EventScene, InvitationScene, OfficeScene, PhotoScene, VehicleScene } from "./around.tsx";
import { CommentScene, ComposerScene, GroupScene, LiveScene, PostScene, ProfileScene } from "./network.tsx";
import type { Scene, SceneProps } from "./parts.tsx";

const SCENES: { [Kind in Scene["kind"]]: ComponentType<SceneProps<Kind>> } = {
  post: PostScene,
  comment: CommentScene,
  profile: ProfileScene,
  group: GroupScene,
  event: EventScene,
  chat: ChatScene,
  invitation: InvitationScene,
  photo: PhotoScene,
  composer: ComposerScene,
  live: LiveScene,
  office: OfficeScene,
  vehicle: VehicleScene,
};

/** What kind of scene it is and where: "Kiriman di Facebook". */
function sceneName({ scene, site }: Pick<TrainingCase, "scene" | "site">): string {
  const kind = t(`practice.scene.${scene.kind}`);
  return site ? t("practice.scene.on", { scene: kind, site: SITE_NAMES[site] }) : kind;
}

/** The drawn scene of a case. */
export function SceneView({ one }: { one: TrainingCase }) {
  const View = SCENES[one.scene.kind] as ComponentType<SceneProps<Scene["kind"]>>;
  return (
    <figure class="scene" data-kind={one.scene.kind}>
      <figcaption class="small">{sceneName(one)}</figcaption>
      <View scene={one.scene} action={one.action} />
    </figure>
  );
}
