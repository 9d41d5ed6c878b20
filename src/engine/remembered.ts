/** Asks for each key once, and gives the same answer ever after. */
export function remembered<Key, Answer>(ask: (key: Key) => Promise<Answer>): (key: Key) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (key) => {
    const id = JSON.stringify(key);
    const answer = answers.get(id) ?? ask(key);
    answers.set(id, answer);
    return answer;
  };
}
