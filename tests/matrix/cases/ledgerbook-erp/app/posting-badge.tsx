import { useCallback, useEffect, useState } from "react";
import { useFrappeEvent } from "./realtime";

export function PostingBadge({ doctype }: { doctype: string }) {
  const [count, setCount] = useState(0);
  const refresh = useCallback(() => {
    const query = new URLSearchParams({ doctype, limit: "9000" });
    fetch(`/api/method/frappe.client.get_count?${query}`, { headers: { "X-Frappe-CSRF-Token": "token" } })
      .then((response) => response.json())
      .then(({ message }) => setCount(message))
      .catch(() => setCount(-1));
  }, [doctype]);

  useFrappeEvent("list_update", refresh);
  useEffect(refresh, [refresh]);
  return <span className="badge">{count}</span>;
}
