import { Picker } from "emoji-mart";
import { useEffect, useRef, useState } from "react";

export default function Emoji() {
  const parent = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    void import("@emoji-mart/data").then(({ default: data }) => {
      if (parent.current) new Picker({ data, parent: parent.current, onEmojiSelect: (emoji) => setChosen(emoji.native) });
    });
  }, []);
  return (
    <div>
      {chosen}
      <div ref={parent} />
    </div>
  );
}
