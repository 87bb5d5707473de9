package org.galton.console;

import org.galton.spec.HomeFolder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A path on the command line: {@code --output=~/runs} reaches us as it was written. */
public final class HomePath implements ITypeConverter<String> {
  @Override
  public String convert(String path) {
    try {
      return HomeFolder.expand(path);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
