package org.galton.study.playbook;

import java.util.Optional;

/** Steps of a run that was not finished, so that it goes on after the last of them. */
interface Journal {
  /** Keeps nothing. */
  Journal NONE =
      new Journal() {
        @Override
        public Optional<StoredStep> find(Arm arm, int step) {
          return Optional.empty();
        }

        @Override
        public void keep(Arm arm, StoredStep step) {}
      };

  Optional<StoredStep> find(Arm arm, int step);

  /** Stores a step, whole or not at all. */
  void keep(Arm arm, StoredStep step);
}
