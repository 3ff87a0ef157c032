import { MapPin } from "lucide";
import { localize } from "../../../i18n/format.ts";
import { Icon } from "../../../ui/icon.tsx";
import { CalendarLeaf, Letter, OfficeRoom, PhotoFrame, Vehicles } from "./drawings.tsx";
import { Controls, named, type SceneProps, Speaker } from "./parts.tsx";

export const EventScene = ({ scene }: SceneProps<"event">) => (
  <div class="beside">
    <CalendarLeaf />
    <div>
      <p>
        <strong>{localize(scene.title)}</strong>
      </p>
      <p class="small">
        <Icon icon={MapPin} size={16} /> {localize(scene.place)}
      </p>
      <p class="small">{named(scene.by)}</p>
    </div>
  </div>
);

export const ChatScene = ({ scene }: SceneProps<"chat">) => (
  <>
    <Speaker name={scene.name} many />
    <ul class="messages">
      {scene.messages.map(({ by, text }, at) => (
        // Messages of a case never change their places.
        <li key={at}>
          <strong class="small">{named(by)}</strong> <span>{localize(text)}</span>
        </li>
      ))}
    </ul>
  </>
);

export const InvitationScene = ({ scene }: SceneProps<"invitation">) => (
  <div class="beside">
    <Letter />
    <div>
      <p>
        <strong>{named(scene.by)}</strong>
      </p>
      <p>{localize(scene.text)}</p>
    </div>
  </div>
);

export const PhotoScene = ({ scene, action }: SceneProps<"photo">) => (
  <>
    <PhotoFrame />
    <p class="picture">{localize(scene.picture)}</p>
    {scene.caption && <p>“{localize(scene.caption)}”</p>}
    <Controls all={[]} action={action} />
  </>
);

export const OfficeScene = ({ scene }: SceneProps<"office">) => (
  <>
    <OfficeRoom />
    <p>
      <strong>{localize(scene.place)}</strong>
    </p>
    <p>{localize(scene.text)}</p>
  </>
);

export const VehicleScene = ({ scene }: SceneProps<"vehicle">) => (
  <>
    <Vehicles />
    <p>
      <strong>{localize(scene.vehicle)}</strong>
    </p>
    <p>{localize(scene.text)}</p>
  </>
);
