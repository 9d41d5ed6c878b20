import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dockerEngine } from '../docker/engine.ts';

const BUSYBOX = '/bin/busybox';
const APPLETS = ['sh', 'httpd', 'wget', 'sleep', 'cat', 'tail', 'true', 'false', 'env'];

export const hasBusybox = (): boolean => existsSync(BUSYBOX);

/**
 * Makes an image of this machine's busybox, whose web server answers `hello` and which is stopped by SIGQUIT, without
 * any registry.
 */
export async function importBusybox(socketPath: string, image: string): Promise<void> {
  const [repo = '', tag = ''] = image.split(':');
  const root = mkdtempSync(join(tmpdir(), 'image-'));
  try {
    mkdirSync(join(root, 'bin'));
    mkdirSync(join(root, 'www'));
    copyFileSync(BUSYBOX, join(root, 'bin/busybox'));
    for (const applet of APPLETS) symlinkSync('busybox', join(root, 'bin', applet));
    writeFileSync(join(root, 'www/index.html'), 'hello');
    const query = new URLSearchParams({ fromSrc: '-', repo, tag, changes: 'ENV PATH=/bin' });
    await post(
      socketPath,
      `/images/create?${query}`,
      execFileSync('tar', ['-C', root, '-c', '.'], { maxBuffer: 2 ** 26 }),
    );
    await setStopSignal(socketPath, { image, repo, tag });
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** An import takes no STOPSIGNAL; a container's is kept when it is committed. */
async function setStopSignal(
  socketPath: string,
  { image, repo, tag }: { readonly image: string; readonly repo: string; readonly tag: string },
): Promise<void> {
  const engine = dockerEngine(socketPath);
  const body = { Image: image, Cmd: ['sh'], StopSignal: 'SIGQUIT' };
  const { Id } = await engine.call<{ Id: string }>('POST', '/containers/create', body);
  await engine.call('POST', `/commit?${new URLSearchParams({ container: Id, repo, tag })}`, {});
  await engine.call('DELETE', `/containers/${Id}?force=true`);
}

function post(socketPath: string, path: string, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-tar', 'content-length': body.length };
    const sent = request({ socketPath, method: 'POST', path, headers, agent: false }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
