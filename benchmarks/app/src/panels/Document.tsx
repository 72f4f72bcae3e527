import { getDocument, GlobalWorkerOptions } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { useEffect, useRef } from "react";

GlobalWorkerOptions.workerSrc = workerUrl;

export default function Document({ url = "/files/manual.pdf" }: { url?: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const loading = getDocument({ url });
    void loading.promise.then(async (pdf) => {
      const page = await pdf.getPage(1);
      const viewport = page.getViewport({ scale: 1 });
      if (canvas.current) await page.render({ canvas: canvas.current, viewport }).promise;
    });
    return () => void loading.destroy();
  }, [url]);
  return <canvas ref={canvas} />;
}
