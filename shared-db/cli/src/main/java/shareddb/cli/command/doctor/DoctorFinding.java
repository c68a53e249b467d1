package shareddb.cli.command.doctor;

import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param subject a word or two, such as {@code disk}
 * @param found what was found, with its numbers
 * @param next the command that mends it; empty if nothing is wrong
 */
record DoctorFinding(String subject, String found, Optional<String> next) {

  static DoctorFinding fine(String subject, String found) {
    return new DoctorFinding(subject, found, Optional.empty());
  }

  static DoctorFinding wrong(String subject, String found, String next) {
    return new DoctorFinding(subject, found, Optional.of(next));
  }

  boolean isFine() {
    return next.isEmpty();
  }
}
