package shareddb.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import shareddb.base.track.Version;

/** Reads a version from the command line. */
public final class VersionConverter implements ITypeConverter<Version> {

  @Override
  public Version convert(String text) {
    try {
      return Version.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
