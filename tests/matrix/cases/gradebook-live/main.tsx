// at: http://preview.gradebook.test/
// at: https://storybook.gradebook.test/
// School gradebook in React and TypeScript: the development server's socket is in a branch that the production
// build removes, a preview host table is consulted only for hosts in it, forms have example addresses as placeholders.
import { createRoot } from "react-dom/client";
import { useGrades } from "./useGrades";

const PLACEHOLDER = "http://192.168.1.20:8443/scanner";

function Settings() {
  return (
    <form>
      <label>
        Scanner <input name="scanner" placeholder={PLACEHOLDER} />
      </label>
      <small>Leave it empty to use the reader of this computer (localhost:5555).</small>
    </form>
  );
}

function Gradebook({ course }: { course: string }) {
  const { grades, live } = useGrades(course);
  return (
    <main data-live={live}>
      <ol>
        {grades.map(({ student, points }) => (
          <li key={student}>
            {student}: {points}
          </li>
        ))}
      </ol>
      <Settings />
    </main>
  );
}

createRoot(document.getElementById("root")!).render(<Gradebook course="math-8b" />);
