import { useEffect, useRef } from 'react';
import { useCollab } from './collab-context';

export function Editor({ placeholder }: { placeholder: string }) {
  const { doc, status } = useCollab();
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const text = doc.getText('body');
    const render = () => {
      if (area.current) area.current.value = text.toString();
    };
    text.observe(render);
    return () => text.unobserve(render);
  }, [doc]);

  useEffect(() => {
    const scheme = window.location.protocol.replace('http', 'ws');
    const mentions = new WebSocket(`${scheme}//${window.location.host}/mentions`);
    return () => mentions.close();
  }, []);

  return (
    <section data-status={status}>
      <textarea ref={area} placeholder={placeholder} maxLength={12340} />
    </section>
  );
}
