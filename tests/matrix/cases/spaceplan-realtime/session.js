function cookies() {
  return Object.fromEntries(
    document.cookie
      .split('; ')
      .filter(Boolean)
      .map((part) => part.split('=').map(decodeURIComponent)),
  );
}

export const session = {
  user: null,
  restore() {
    const { user_id: id } = cookies();
    this.user = id && id !== 'Guest' ? id : null;
    fetch('/api/method/frappe.auth.get_logged_user', { credentials: 'include' })
      .then((answer) => answer.json())
      .then(({ message }) => (this.user = message))
      .catch(() => {});
  },
};
