export const config = {
  chatServer: import.meta.env.VITE_CHAT_SERVER || window.location.origin,
  typingTimeout: 3000,
  historySize: 50,
};
