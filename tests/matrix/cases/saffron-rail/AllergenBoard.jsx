import { useEffect, useState } from "react";

export function AllergenBoard({ locale }) {
  const [rows, setRows] = useState([]);
  useEffect(() => {
    let alive = true;
    fetch(`/api/allergens?locale=${encodeURIComponent(locale)}&limit=9000`)
      .then((r) => r.json())
      .then((data) => alive && setRows(data))
      .catch(() => alive && setRows([]));
    return () => {
      alive = false;
    };
  }, [locale]);
  return <ul>{rows.map((row) => <li key={row.code}>{row.label}</li>)}</ul>;
}
