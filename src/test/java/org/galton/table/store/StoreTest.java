package org.galton.table.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
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

  @ParameterizedTest
  @ValueSource(strings = {"000", "022", "027", "077"})
  void filesAndFoldersOnALocalDiskHaveThePermissionsThatHadoopGives(String mask)
      throws IOException {
    configuration.set("fs.permissions.umask-mode", mask);
    for (String store : List.of("hadoop", "ours")) {
      org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(local(), store + "/deep/file");
      FileSystem files =
          store.equals("ours")
              ? Store.of(file, configuration).files()
              : FileSystem.newInstanceLocal(configuration).getRaw();
      files.create(file, false).close();
      assertThat(files.getFileStatus(file).getPermission())
          .as(store)
          .isEqualTo(
              FsPermission.getFileDefault().applyUMask(FsPermission.getUMask(configuration)));
      files.mkdirs(file.suffix("-s"), FsPermission.createImmutable((short) 0700));
    }

    assertThat(permissions("ours")).hasSize(4).isEqualTo(permissions("hadoop"));
  }

  private Map<String, String> permissions(String store) throws IOException {
    Path root = folder.resolve(store);
    Map<String, String> permissions = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(path -> !path.toString().endsWith(".crc")).toList()) {
        permissions.put(
            root.relativize(path).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return permissions;
  }

  private org.apache.hadoop.fs.Path local() {
    return new org.apache.hadoop.fs.Path(folder.toString());
  }
}
