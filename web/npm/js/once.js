// What a program needs only one of.

/** Makes it once, whoever asks and however often; after a failure it is made anew. */
export function once(make) {
  let made;
  return (...given) =>
    (made ??= make(...given).catch((cause) => {
      made = undefined;
      throw cause;
    }));
}
