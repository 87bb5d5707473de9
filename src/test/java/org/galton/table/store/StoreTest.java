package org.galton.table.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.apache.hadoop.conf.Configuration;
import org.galton.spec.InvalidInput;
import org.galton.table.FileFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreTest {
  private static final FileFault NONE =
      FileFault.once(FileFault.Step.LIST, FileFault.Effect.IS_SLOW, "none", 1);
  private static final byte[] WORDS = "run-1".getBytes(UTF_8);

  @TempDir private Path folder;
  private final Configuration configuration = new Configuration();

  @Test
  void localDiskRenamesUnlessToldOtherwise() {
    assertThat(Store.of(local(), configuration)).isInstanceOf(RenamingStore.class);
    configuration.set(Store.PUBLISH, "put");
    assertThat(Store.of(local(), configuration)).isInstanceOf(UploadingStore.class);
  }

  @Test
  void wayThatDoesNotExistIsNamedWithTheOnesThatDo() {
    configuration.set(Store.PUBLISH, "copy");

    assertThatThrownBy(() -> Store.of(local(), configuration))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot use galton.storage.publish=copy: expected rename or put; correct it, or leave it"
                + " out to take rename for file:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rename", "put"})
  void smallFileIsMadeOnceAndRenewed(String publish) throws IOException {
    configuration.set(Store.PUBLISH, publish);
    String place = FaultyFileSystem.arrange(configuration, "small-" + publish, NONE, folder);
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(place, "words");
    Store store = Store.of(path, configuration);
    Path file = folder.resolve("words");

    store.create(path, WORDS);
    assertThatThrownBy(() -> store.create(path, "run-2".getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    store.renew(path, WORDS);

    assertThat(file).hasContent("run-1");
    assertThat(Files.getLastModifiedTime(file).toMillis()).isPositive();
  }

  private org.apache.hadoop.fs.Path local() {
    return new org.apache.hadoop.fs.Path(folder.toString());
  }
}
