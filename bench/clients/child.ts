import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts a client of this folder in a process of its own; it ends when it is killed or this process ends. */
export function startClient(file: string): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: ['--import', 'tsx'] });
}

/** Resolves with the next message that the test accepts; rejects when the client ends or stays silent too long. */
export function messageOf<Message>(
  child: ChildProcess,
  accept: (message: Message) => boolean,
  seconds: number,
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      child.off('message', look);
      child.off('exit', ended);
      act();
    };
    const look = (message: unknown): void => {
      const known = message as Message;
      if (accept(known)) settle(() => resolve(known));
    };
    const ended = (code: number | null): void =>
      settle(() => reject(new Error(`the client ended with ${code}`)));
    const timer = setTimeout(
      () => settle(() => reject(new Error('the client does not answer'))),
      seconds * 1000,
    );
    child.on('message', look);
    child.on('exit', ended);
  });
}
