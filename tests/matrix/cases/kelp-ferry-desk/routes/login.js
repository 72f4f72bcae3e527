export const title = 'Sign in';

export function mount(outlet, { error }) {
  outlet.innerHTML = '<form><input name="pin" maxlength="4"><button>Sign in</button></form>';
  const note = document.createElement('p');
  note.textContent = `${error.message} (support: https://help.kelp-ferry.example:8443/desk)`;
  outlet.append(note);
}
