/** Who is served where slots are few: nobody of a higher rank is left out where any assignment could serve them. */

/**
 * `subjects` in order of rank; `serversOf` gives those who could serve a subject, `slotsOf` how many each can take.
 * Returns subject -> server. A subject is admitted where an augmenting path makes room for it beside all before it.
 */
export function matchByRank(subjects, serversOf, slotsOf) {
  const served = new Map();
  const load = new Map();
  const admit = (subject, tried) => {
    for (const server of serversOf(subject)) {
      if (tried.has(server)) continue;
      tried.add(server);
      const taken = load.get(server) ?? new Set();
      load.set(server, taken);
      const makesRoom = () =>
        [...taken].some((other) => {
          taken.delete(other);
          if (admit(other, tried)) return true;
          taken.add(other);
          return false;
        });
      if (taken.size < slotsOf(server) || makesRoom()) {
        taken.add(subject);
        served.set(subject, server);
        return true;
      }
    }
    return false;
  };
  for (const subject of subjects) admit(subject, new Set());
  return served;
}
