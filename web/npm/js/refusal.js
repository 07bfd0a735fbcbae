// The error of a question that cannot be asked, for where no engine is there to make it. It is never made of bad data.

/** A `TieoutError`: a code for programs, a sentence for people. */
export function refusal(code, sentence, cause) {
  const error = new Error(sentence, cause === undefined ? undefined : { cause });
  error.name = "TieoutError";
  return Object.assign(error, { code });
}
