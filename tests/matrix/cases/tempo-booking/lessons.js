export function lessonList(root, { rows }) {
  const lessons = new Map();
  const ol = document.createElement('ol');
  root.append(ol);

  const draw = () => {
    ol.replaceChildren(
      ...[...lessons.values()].slice(0, rows).map((lesson) => {
        const li = document.createElement('li');
        li.textContent = `${lesson.room} ${lesson.teacher}`;
        return li;
      }),
    );
  };

  return {
    update(lesson) {
      lessons.set(lesson.id, lesson);
      draw();
    },
    remove(id) {
      lessons.delete(id);
      draw();
    },
    offline() {
      ol.dataset.state = 'offline';
    },
  };
}
