import { render } from "preact";

render(<p>Jaga Netral</p>, document.getElementById("app")!);
