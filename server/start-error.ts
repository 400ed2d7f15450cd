/** Dictamen cannot start, and its message says in one line why and what to do. */
export class StartError extends Error {}
