import { EditorContent, useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";

export default function Editor() {
  const editor = useEditor({ extensions: [StarterKit], content: "<p>Write a message</p>" });
  return <EditorContent editor={editor} />;
}
