// Web component: <live-notes> takes its port from an attribute whose default is declared in a static property table.
import { LiveNotes } from "./live-notes.js";

customElements.define("live-notes", LiveNotes);

const notes = document.createElement("live-notes");
notes.setAttribute("notebook", "heron");
(document.body ?? document.documentElement).append(notes);
