package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep into a real HDFS of one name node and one data node: drawn, killed, resumed, reported.
 */
@Tag("hdfs")
final class HdfsCoverage {
  private static final int PROMPTS = 12;
  private static final int ROLLOUTS = 64;

  @TempDir private Path folder;
  private MiniDFSCluster cluster;
  private FileSystem hdfs;
  private InstalledGalton galton;

  @BeforeEach
  void startHdfs() throws IOException {
    cluster =
        new MiniDFSCluster.Builder(new Configuration(), folder.resolve("hdfs").toFile())
            .numDataNodes(1)
            .build();
    hdfs = cluster.getFileSystem();
    galton = new InstalledGalton(folder);
    Files.writeString(
        folder.resolve("sweep.yaml"),
        """
        sweep: stored
        seed: 5
        output: %s
        models: ["builtin:abacus"]
        tasks:
          - {name: arithmetic, prompts: %d}
        sampling: {temperature: 1.0, max_tokens: 64}
        rollouts: %d
        shard_rollouts: %d
        """
            .formatted(hdfs.getUri() + "/runs/stored", PROMPTS, ROLLOUTS, ROLLOUTS));
  }

  @AfterEach
  void stopHdfs() throws IOException {
    galton.close();
    cluster.shutdown();
  }

  @Test
  void aSweepKilledOnHdfsResumesAndReports() throws Exception {
    assertThat(start("local[2]", "--set", "output=whole").waitFor()).as(galton.err()).isZero();

    Process driver = start("local[1]");
    while (files() < 3) {
      assertThat(driver.isAlive()).as(galton.err()).isTrue();
      Thread.sleep(20);
    }
    driver.destroyForcibly().waitFor();
    assertThat(start("local[1]").waitFor()).as(galton.err()).isZero();

    Path copy = folder.resolve("copy");
    hdfs.copyToLocalFile(output(), new org.apache.hadoop.fs.Path(copy.toString()));
    TwoOutputs tables = new TwoOutputs(folder.resolve("whole"), copy);
    assertThat(tables.rows()).containsEntry("rollouts", (long) PROMPTS * ROLLOUTS);
    assertThat(tables.differences()).allSatisfy((table, rows) -> assertThat(rows).isZero());
    assertThat(text(report())).contains("</html>");
  }

  private org.apache.hadoop.fs.Path output() {
    return new org.apache.hadoop.fs.Path("/runs/stored");
  }

  private org.apache.hadoop.fs.Path report() throws IOException {
    for (FileStatus file : hdfs.listStatus(output())) {
      if (file.getPath().getName().endsWith(".html")) {
        return file.getPath();
      }
    }
    throw new AssertionError("no report in " + output());
  }

  private String text(org.apache.hadoop.fs.Path file) throws IOException {
    try (InputStream stream = hdfs.open(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int files() throws IOException {
    FileStatus[] found =
        hdfs.globStatus(
            new org.apache.hadoop.fs.Path(output(), "rollouts/*/*/*/rollouts-*.parquet"));
    return found == null ? 0 : found.length;
  }

  private Process start(String master, String... more) throws IOException {
    String[] all = new String[more.length + 4];
    all[0] = "--master";
    all[1] = master;
    all[2] = "sweep";
    all[3] = "sweep.yaml";
    System.arraycopy(more, 0, all, 4, more.length);
    return galton.start(all);
  }
}
