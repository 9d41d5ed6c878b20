import { beginRecording } from './recording.ts';

/** Jest's workers inherit the variable. */
export default beginRecording;
