export interface Comment {
  id: string;
  author: string;
  text: string;
}

export async function fetchComments(room: string): Promise<Comment[]> {
  const response = await fetch(new URL(`/api/rooms/${encodeURIComponent(room)}/comments`, window.location.origin));
  return response.json();
}
