package org.galton.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code galton} in a clone whose Maven and Java are scripts that say how they were
 * called.
 */
final class LauncherTest {
  @TempDir private Path temporary;

  private Path clone;

  @BeforeEach
  void cloneGalton() throws IOException {
    clone = Files.createDirectories(temporary.resolve("a clone"));
    Files.createDirectories(clone.resolve("src/main"));
    Files.writeString(clone.resolve("pom.xml"), "");
    Files.copy(Path.of("galton"), clone.resolve("galton"));
    script(
        "mvnw",
        """
        echo built >> builds
        mkdir -p target/natives target/spark-home/jars
        touch target/galton.jar target/natives/one.jar target/natives/two.jar target/spark-home/RELEASE
        """);
    // As Spark's launcher class answers: with a command, here one that prints its words.
    script("jdk/bin/java", "printf '\\0\\n'; printf '%s\\0' printf '<%s>' \"$@\"");
  }

  @Test
  void buildsOnFirstUseAndAgainAfterAChange() throws Exception {
    galton("version");
    galton("version");
    assertThat(builds()).isEqualTo(1);

    Path source = Files.writeString(clone.resolve("src/main/New.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(galton("version").err())
        .isEqualTo("galton: building (on first use and after a change) ...\n");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void ofTwoFirstStartsOneBuilds() throws Exception {
    List<Process> starts =
        List.of(start(clone, Map.of(), "version"), start(clone, Map.of(), "version"));
    for (Process start : starts) {
      assertThat(Ended.of(start).code()).isZero();
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void classesOfSparkAreReadAsOneSmallRunLeftThem() throws Exception {
    script(
        "jdk/bin/java",
        """
        case $SPARK_SUBMIT_OPTS in
          *ArchiveClassesAtExit*)
            echo run >> runs
            echo classes > target/spark-home/classes.jsa.new ;;
        esac
        printf '\\0\\n'; printf '%s\\0' echo "$@"
        """);
    String option = "-XX:SharedArchiveFile=" + clone + "/target/spark-home/classes.jsa ";

    assertThat(submit("version").out()).startsWith(option);
    assertThat(submit("version").out()).startsWith(option);
    assertThat(Files.readAllLines(clone.resolve("runs"))).hasSize(1);
  }

  @Test
  void startsWithoutThoseClassesWhereTheRunLeftNone() throws Exception {
    assertThat(submit("version").out()).doesNotContain("SharedArchiveFile");
    assertThat(submit("version").err()).isEmpty();
  }

  @Test
  void aFailedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
    script("mvnw", "echo '[ERROR] cannot compile'; exit 1");

    Ended ended = galton("version");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("[ERROR] cannot compile\n", "galton: Cannot build " + clone);
    assertThat(galton("version").code()).isEqualTo(3);
  }

  @Test
  void everyWordReachesTheCommandAsItWasTyped() throws Exception {
    String query = "\nSELECT 'a  b', \"*\" -- $HOME";
    Ended ended = galton("--master", "local[1]", "--conf=spark.x=a b", "sql", "--json", "", query);

    assertThat(ended.out())
        .contains("<--master><local[1]><--conf=spark.x=a b>")
        .endsWith("<" + clone + "/target/galton.jar><sql><--json><><" + query + ">");
  }

  @Test
  void nativeLibrariesTravelAsJarsOfTheirOwn() throws Exception {
    String natives = clone + "/target/natives/";
    assertThat(submit("version").out())
        .contains("<--jars><" + natives + "one.jar," + natives + "two.jar>");
  }

  @Test
  void jarsOfTheUserTravelBesideThem() throws Exception {
    String natives = clone + "/target/natives/one.jar," + clone + "/target/natives/two.jar";
    Map<String, String> environment = Map.of("GALTON_SUBMIT_OPTS", "--jars site.jar --name n");

    assertThat(galton("--jars", "my jars/a.jar,b.jar", "sweep", "--jars", "x").out())
        .contains("<--jars><" + natives + ",my jars/a.jar,b.jar><" + clone)
        .endsWith("<sweep><--jars><x>");
    assertThat(Ended.of(start(clone, environment, "--jars=a.jar", "version")).out())
        .contains("<--jars><" + natives + ",site.jar,a.jar><--name><n><" + clone);
    assertThat(galton("--jars").err()).isEqualTo("galton: --jars wants a value\n");
  }

  @Test
  void aloneItStartsAtOnceAsSparksLauncherWould() throws Exception {
    script(
        "jdk/bin/java",
        """
        case "$*" in
          *launcher.Main*)
            echo asked >> asked
            printf '\\0\\n'; printf '%s\\0' other/java -cp "$SPARK_HOME/conf:$SPARK_HOME/jars/a.jar" \\
              -Xmx1g '-Dx=a b' org.apache.spark.deploy.SparkSubmit --class x galton.jar ;;
          *) printf '<%s>' "$@" ;;
        esac
        """);
    String target = clone + "/target";
    String start =
        "<-cp><%1$s/spark-home/conf:%1$s/spark-home/jars/a.jar:%1$s/galton.jar:%1$s/natives/*><-Dx=a b><-Xmx4g>"
            .formatted(target);
    String end = "<-Dspark.master=%s><org.galton.cli.Galton><sweep><--set><a=b c>";

    galton("version"); // Builds, and asks the launcher.
    Files.delete(clone.resolve("asked"));
    assertThat(galton("sweep", "--set", "a=b c").out())
        .startsWith(start + "<-XX:Tier4InvocationThreshold=500000>")
        .endsWith(end.formatted("local[*]"));
    assertThat(galton("--master", "local[2]", "sweep", "--set", "a=b c").out())
        .startsWith(start)
        .endsWith(end.formatted("local[2]"));
    assertThat(Ended.of(start(clone, Map.of("GALTON_MASTER", "local"), "sweep")).out())
        .contains("<-Dspark.master=local><org.galton.cli.Galton>");
    assertThat(
            Ended.of(start(clone, Map.of("SPARK_SUBMIT_OPTS", "-Da=1 -XX:+UseParallelGC"), "help"))
                .out())
        .contains("<-XX:TieredStopAtLevel=1><-D")
        .endsWith("<-Da=1><-XX:+UseParallelGC><org.galton.cli.Galton><help>");
    assertThat(clone.resolve("asked")).doesNotExist();
  }

  @Test
  void whatReadsLittleIsCompiledOnce() throws Exception {
    script(
        "jdk/bin/java",
        """
        case "$*" in
          *launcher.Main*) printf '\\0\\n'; printf '%s\\0' java -cp a org.apache.spark.deploy.SparkSubmit ;;
          *) printf '<%s>' "$@" ;;
        esac
        """);
    Path little = Files.writeString(clone.resolve("little.csv"), "a\n");
    Path much = Files.write(clone.resolve("much.csv"), new byte[17 << 20]);
    String once = "<-XX:TieredStopAtLevel=1><-XX:+UseSerialGC>";

    assertThat(galton("--help").out()).contains(once);
    assertThat(galton("stats", "--input", little.toString()).out()).contains(once);
    assertThat(galton("stats", "--input=" + little).out()).contains(once);
    assertThat(galton("stats", "--input=" + much).out()).doesNotContain(once);
    assertThat(galton("stats", "--input", "hdfs://a/b").out()).doesNotContain(once);
    assertThat(galton("sweep", little.toString()).out()).doesNotContain(once);
  }

  @Test
  void aShortCurveAndAQueryOfSmallTablesAreCompiledOnceToo() throws Exception {
    script(
        "jdk/bin/java",
        """
        case "$*" in
          *launcher.Main*) printf '\\0\\n'; printf '%s\\0' java -cp a org.apache.spark.deploy.SparkSubmit ;;
          *galton.without.spark*) echo asked >> asked; exit 75 ;;
          *) printf '<%s>' "$@" ;;
        esac
        """);
    String little = Files.writeString(clone.resolve("little.csv"), "a\n").toString();
    String curves = Files.write(clone.resolve("curves.csv"), new byte[70 << 10]).toString();
    Path tables = Files.createDirectories(clone.resolve("my tables"));
    String once = "<-XX:TieredStopAtLevel=1><-XX:+UseSerialGC>";

    assertThat(galton("fit", "--points", little).out()).contains(once);
    assertThat(galton("fit", "--points", curves).out()).doesNotContain(once);
    // A folder that is only written to may be of any size.
    assertThat(galton("fit", "--output", clone.toString(), "--points", little).out())
        .contains(once);
    assertThat(galton("fit", "--output=" + clone, "--points", little).out()).contains(once);
    assertThat(galton("fit", "--output", little, "--points", curves).out()).doesNotContain(once);
    assertThat(galton("fit", "--points", little, "--bootstrap", "9").out()).doesNotContain(once);

    String query = "SELECT a, count(*) FROM t WHERE b = 1";
    String[] bySpark = {"sql", "--engine", "spark", "--output", tables.toString()};
    assertThat(galton(with(bySpark, query)).out()).contains(once);
    assertThat(galton(with(bySpark, "SELECT * FROM csv.`a.csv`")).out()).doesNotContain(once);
    assertThat(galton(with(bySpark, "SELECT sum(id) FROM Range(9)")).out()).doesNotContain(once);
    assertThat(galton(with(bySpark, "--file", little)).out()).doesNotContain(once);
    assertThat(galton("sql", "--engine=spark", query).out()).contains(once);
    // Whoever names Spark has no need of the JVM that would say so.
    assertThat(clone.resolve("asked")).doesNotExist();
    assertThat(galton("sql", query).out()).contains(once);
    assertThat(clone.resolve("asked")).exists();
    Files.write(tables.resolve("part"), new byte[2 << 20]);
    assertThat(galton(with(bySpark, query)).out()).doesNotContain(once);
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void theViewerStartsWithoutSpark() throws Exception {
    script("jdk/bin/java", "printf '<%s>' \"$@\"");
    galton("version"); // Builds.

    assertThat(galton("view", "runs/my demo", "--port", "80").out())
        .contains("<-cp><%s/target/galton.jar:%s/target/engines/*:".formatted(clone, clone))
        .endsWith("<org.galton.cli.Galton><view><runs/my demo><--port><80>");
  }

  @Test
  void theServerStartsWithoutSparkAndWithTheEnginesLibraries() throws Exception {
    script("jdk/bin/java", "printf '<%s>' \"$@\"");
    galton("version"); // Builds.

    assertThat(galton("serve", "--model", "my model").out())
        .contains("<-cp><%s/target/galton.jar:%s/target/natives/*:".formatted(clone, clone))
        .endsWith("<org.galton.cli.Galton><serve><--model><my model>");
  }

  @Test
  void aQueryStartsWithoutSparkAndEndsWithItsCode() throws Exception {
    galton("version"); // Builds.
    script("jdk/bin/java", "printf '<%s>' \"$@\"; exit 2");

    Ended ended = galton("sql", "--output", "my runs", "SELECT 1");

    assertThat(ended.out())
        .contains("<-cp><%s/target/galton.jar:%s/target/engines/*:".formatted(clone, clone))
        .endsWith("<org.galton.cli.Galton><sql><--output><my runs><SELECT 1>");
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void aQueryThatAsksForSparkIsAskedAgainWithTheReason() throws Exception {
    script(
        "jdk/bin/java",
        """
        case "$*" in
          *galton.without.spark=/dev/fd/3*) echo "it wants it" > /dev/fd/3; exit 75 ;;
          *SparkSubmit*) printf '\\0\\n'; printf '%s\\0' echo "$GALTON_SPARK_FOR:" "$@" ;;
          *) echo "$GALTON_SPARK_FOR:" "$@" ;;
        esac
        """);
    assertThat(galton("sql", "SELECT 1").out())
        .startsWith("it wants it: ")
        .endsWith("org.galton.cli.Galton sql SELECT 1\n");
    assertThat(submit("sql", "SELECT 1").out())
        .startsWith("it has been given options or settings: ")
        .endsWith("galton.jar sql SELECT 1\n");
    assertThat(galton("version").out()).startsWith(": ");
  }

  @Test
  void optionsBeforeTheCommandFollowThoseOfTheEnvironmentAndSoWin() throws Exception {
    Map<String, String> environment =
        Map.of("GALTON_MASTER", "local[3]", "GALTON_SUBMIT_OPTS", "--name n --conf a=1");
    Ended ended = Ended.of(start(clone, environment, "--conf", "a=2", "version"));

    assertThat(ended.out())
        .contains("<--master><local[3]><--name><n><--conf><a=1><--conf><a=2><" + clone);
  }

  @Test
  void withoutAClusterSparkListensOnThisMachineOnly() throws Exception {
    script("jdk/bin/java", "printf '\\0\\n'; printf '%s\\0' sh -c 'echo $SPARK_LOCAL_IP'");
    Path local = Files.writeString(temporary.resolve("local.conf"), "spark.master   local[*]\n");
    Path yarn = Files.writeString(temporary.resolve("yarn.conf"), "spark.master=yarn\n");

    assertThat(submit("version").out()).isEqualTo("127.0.0.1\n");
    assertThat(galton("--master", "local-cluster[1,1,1024]", "version").out())
        .isEqualTo("127.0.0.1\n");
    assertThat(galton("--properties-file", local.toString(), "version").out())
        .isEqualTo("127.0.0.1\n");
    assertThat(galton("--properties-file", yarn.toString(), "version").out()).isEqualTo("\n");
    assertThat(galton("--conf", "spark.master=spark://a:7077", "version").out()).isEqualTo("\n");
    assertThat(galton("--master=spark://a:7077", "version").out()).isEqualTo("\n");
    assertThat(
            Ended.of(start(clone, Map.of("SPARK_LOCAL_IP", "10.0.0.1"), "--name=n", "version"))
                .out())
        .isEqualTo("10.0.0.1\n");
  }

  @Test
  void aSparkOfTheUsersIsTakenInstead() throws Exception {
    script("spark/bin/spark-submit", "printf 'submitted <%s>' \"$SPARK_DRIVER_MEMORY\"");
    String spark = clone.resolve("spark").toString();

    assertThat(Ended.of(start(clone, Map.of("SPARK_HOME", spark), "version")).out())
        .isEqualTo("submitted <4g>");
    Ended none = Ended.of(start(clone, Map.of("SPARK_HOME", "/none"), "version"));
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err())
        .endsWith(
            "galton: Cannot find bin/spark-submit in SPARK_HOME (/none): correct or unset it\n");
  }

  @Test
  void theTerminalsAreAskedHowWideTheyAre() throws Exception {
    String said = "echo out=$GALTON_OUT_COLUMNS err=$GALTON_ERR_COLUMNS";
    script("jdk/bin/java", "printf '\\0\\n'; printf '%s\\0' sh -c '" + said + "'");
    assertThat(submit("version").out()).isEqualTo("out=0 err=0\n");

    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
    galton("version"); // Builds.
    assertThat(onATerminal("stty cols 61; ./galton --name=n version")).isEqualTo("out=61 err=61");
    assertThat(onATerminal("stty cols 61; COLUMNS=57 ./galton --name=n version"))
        .isEqualTo("out=57 err=57");
    assertThat(onATerminal("stty cols 61; ./galton --name=n version 2> /dev/null"))
        .isEqualTo("out=61 err=0");
    assertThat(onATerminal("stty cols 61; ./galton --name=n version | cat"))
        .isEqualTo("out=0 err=61");
  }

  private String onATerminal(String commands) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/script", "-qec", commands, "/dev/null")
            .directory(clone.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(SPARK|GALTON)_.*|COLUMNS"));
    builder.environment().put("JAVA_HOME", clone.resolve("jdk").toString());
    return Ended.of(builder.start()).out().strip();
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws Exception {
    Path bin = Files.createDirectories(temporary.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("galton"), Path.of("../a clone/galton"));
    script("jdk/bin/java", "printf '\\0\\n'; printf '%s\\0' pwd");

    assertThat(Ended.of(start(bin, Map.of(), "--name=n", "version")).out()).isEqualTo(bin + "\n");
  }

  private record Ended(int code, String out, String err) {
    static Ended of(Process process) throws Exception {
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), out, err);
    }
  }

  private Ended galton(String... args) throws Exception {
    return Ended.of(start(clone, Map.of(), args));
  }

  /** With an option that only spark-submit knows. */
  private Ended submit(String... args) throws Exception {
    List<String> words = new ArrayList<>(List.of("--name=n"));
    words.addAll(List.of(args));
    return galton(words.toArray(String[]::new));
  }

  private Process start(Path folder, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("galton").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(SPARK|GALTON)_.*"));
    builder.environment().put("JAVA_HOME", clone.resolve("jdk").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private long builds() throws IOException {
    return Files.readAllLines(clone.resolve("builds")).size();
  }

  private void script(String name, String body) throws IOException {
    Path file = clone.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
