import { useEffect, useState } from "react";
import { socketAddress } from "./endpoint";

export interface Grade {
  student: string;
  points: number;
}

export function useGrades(course: string) {
  const [grades, setGrades] = useState<Grade[]>([]);
  const [live, setLive] = useState(false);

  useEffect(() => {
    const socket = new WebSocket(socketAddress(course));
    socket.onopen = () => setLive(true);
    socket.onclose = () => setLive(false);
    socket.onmessage = ({ data }) => {
      const grade: Grade = JSON.parse(data);
      setGrades((all) => [...all.filter(({ student }) => student !== grade.student), grade]);
    };
    fetch(`/api/courses/${course}/grades`)
      .then((response) => response.json())
      .then(setGrades, () => {});
    return () => socket.close();
  }, [course]);

  return { grades, live };
}
