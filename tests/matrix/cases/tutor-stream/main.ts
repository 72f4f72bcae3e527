// AI tutor in TypeScript: an abstract streaming service (template method) whose subclasses override port and path; the
// answers come by fetch-event-source from a port of the page's host, the hints from the page's own origin.
import { AnswerStream, HintStream } from "./streams";
import { Conversation } from "./conversation";

const conversation = new Conversation();

new AnswerStream("gpt-tutor-8k")
  .open({ question: "Why is the sky blue?", grade: 8 }, (text) => conversation.append("tutor", text))
  .catch(() => conversation.append("system", "The tutor is busy."));

new HintStream()
  .open({ question: "Why is the sky blue?", grade: 8 }, (text) => conversation.append("hint", text))
  .catch(() => {});
