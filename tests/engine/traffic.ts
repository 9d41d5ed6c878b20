import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Emulator } from '../../emulator/emulator.ts';

/** Between two requests, in real time. */
const EVERY_MS = 20;

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Requests to one path of a load balancer, one after the other. */
export interface Traffic {
  /** What was not answered 200, and what the others said, each once and in their order. */
  stop(): Promise<{ readonly lost: readonly string[]; readonly said: readonly string[] }>;
}

/** One request to the first listener of the emulated load balancer, by a connection of its own. */
export async function ask(emulator: Emulator, path = '/'): Promise<Answer> {
  const [listener] = emulator.listeners();
  if (!listener) throw new Error('no load balancer listens');
  const { host, port } = listener.address;
  return new Promise((resolve, reject) => {
    request({ host, port, path, agent: false }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    })
      .on('error', reject)
      .end();
  });
}

export function startTraffic(emulator: Emulator, path = '/'): Traffic {
  const answers: Answer[] = [];
  let isOn = true;
  const asking = (async () => {
    while (isOn) {
      const answer = await ask(emulator, path).catch((error) => ({ status: 0, body: String(error) }));
      answers.push(answer);
      // Without a load balancer there is nothing to ask any more.
      if (answer.status === 0) return;
      await setTimeout(EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      isOn = false;
      await asking;
      answers.push(await ask(emulator, path));
      const lost = answers.filter(({ status }) => status !== 200).map(({ status, body }) => `${status} ${body}`);
      const said = answers.filter(({ status }) => status === 200).map(({ body }) => body);
      return { lost, said: [...new Set(said)] };
    },
  };
}
