// sockjs-client asks for Node's name of the window
(window as unknown as { global: Window }).global = window;

export {};
