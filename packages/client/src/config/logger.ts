/** Receives what the client logs; `console` is one. */
export interface Logger {
  debug(message: string, details: object): void;
  warn(message: string, details: object): void;
}
