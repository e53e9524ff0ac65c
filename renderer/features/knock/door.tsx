import styles from './door.module.css';
import type { DoorPose, Tone } from './status.ts';

interface DoorProps {
  readonly pose: DoorPose;
  readonly tone: Tone;
  /** Changes with every knock, so that each one is seen. */
  readonly beat: number;
}

/** The door, drawn with boxes. It says nothing that the status does not say in words. */
export function Door({ pose, tone, beat }: DoorProps) {
  return (
    <div className={styles['wall']} data-pose={pose} data-tone={tone} aria-hidden>
      <div className={styles['frame']}>
        <div className={styles['light']} />
        <div className={styles['leaf']}>
          <div className={styles['panel']} />
          <div className={styles['panel']} />
          <div className={styles['knob']} />
          {pose === 'knocking' && <div key={beat} className={styles['knock']} />}
          {pose === 'looking' && <div className={styles['look']} />}
        </div>
      </div>
      <div className={styles['step']} />
    </div>
  );
}
