export class CourseList {
  constructor(root) {
    this.root = root;
    this.courses = [];
  }

  occupancy({ room, dancers }) {
    this.courses = [...this.courses.filter((course) => course.room !== room), { room, dancers }];
    this.root.textContent = this.courses.map((course) => `${course.room} ${course.dancers}/24`).join("\n");
  }

  message(text) {
    const note = document.createElement("aside");
    note.textContent = text;
    this.root.after(note);
  }
}
