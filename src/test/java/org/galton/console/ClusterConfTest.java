package org.galton.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.galton.cli.Galton;
import org.galton.cli.SparkKeys;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The files of {@code cluster-conf/}: nobody sees a wrong key before the night in which it matters.
 */
final class ClusterConfTest {
  private static final Path CONF = Path.of("cluster-conf");

  /** A key and its value; those of a feature that is off stand behind {@code #}. */
  private static final Pattern PROPERTY =
      Pattern.compile("^(?:# ?)?(spark[.][A-Za-z0-9._*]+)\\s+(\\S.*)$", Pattern.MULTILINE);

  private static final Pattern YAML_KEY =
      Pattern.compile("^ +#? ?(spark[.][A-Za-z0-9._]+): \"(.*)\"$", Pattern.MULTILINE);

  private final SparkKeys spark = new SparkKeys();

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"local.conf", "standalone.conf", "yarn.conf"})
  void sparkKnowsEveryKeyAndReadsEveryValue(String name) throws IOException {
    Map<String, String> found = properties(read(name), PROPERTY);

    assertThat(found).hasSizeGreaterThan(5).containsKey("spark.executor.resource.gpu.amount");
    assertThat(problems(found)).isEmpty();
    Properties loaded = new Properties();
    try (Reader reader = Files.newBufferedReader(CONF.resolve(name))) {
      loaded.load(reader);
    }
    assertThat(loaded.stringPropertyNames()).allMatch(key -> key.startsWith("spark."));
  }

  @Test
  void aWrongKeyAndAWrongValueAreFound() {
    assertThat(problems(Map.of("spark.executor.memroy", "16g")))
        .containsExactly("Spark knows no spark.executor.memroy");
    assertThat(problems(Map.of("spark.executor.memory", "much")))
        .containsExactly("Spark cannot read spark.executor.memory from 'much'");
    assertThat(problems(Map.of("spark.executor.resource.gpu.amount", "0.5")))
        .containsExactly("Spark cannot read spark.executor.resource.gpu.amount from '0.5'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standalone.conf", "yarn.conf", "kubernetes/nightly.yaml"})
  void clustersKeepEventsAndRetryTasks(String name) throws IOException {
    String text = read(name);
    assertThat(text).containsPattern("(?m)^ *spark[.]eventLog[.]enabled:? +\"?true");
    assertThat(text).containsPattern("(?m)^ *spark[.]eventLog[.]dir");
    assertThat(text).containsPattern("(?m)^ *spark[.]task[.]maxFailures");
    assertThat(text).contains("spark.metrics.namespace");
  }

  @Test
  void theScheduledApplicationHasFieldsThatTheOperatorKnows() throws IOException {
    Map<String, Object> document = yaml("kubernetes/nightly.yaml").get(0);

    assertThat(document)
        .containsEntry("apiVersion", "sparkoperator.k8s.io/v1beta2")
        .containsEntry("kind", "ScheduledSparkApplication");
    Map<String, Set<String>> known = operatorFields();
    assertThat(known).hasSize(6);
    known.forEach(
        (place, fields) -> assertThat(at(document, place).keySet()).as(place).isSubsetOf(fields));
    assertThat(at(document, "spec")).containsEntry("concurrencyPolicy", "Forbid");
    assertThat(at(document, "spec.template.restartPolicy")).containsEntry("type", "OnFailure");
    assertThat(problems(properties(read("kubernetes/nightly.yaml"), YAML_KEY))).isEmpty();
    at(document, "spec.template.sparkConf")
        .forEach(
            (key, value) ->
                assertThat(spark.problem(key, (String) value)).as(key + " " + value).isEmpty());
  }

  @Test
  void theScheduledApplicationNamesWhatTheBuildMakesAndTheImageHolds() throws Exception {
    Map<String, Object> template = at(yaml("kubernetes/nightly.yaml").get(0), "spec.template");
    String dockerfile = read("kubernetes/Dockerfile");

    assertThat(Class.forName((String) template.get("mainClass"))).isEqualTo(Galton.class);
    assertThat(template).containsEntry("sparkVersion", SessionFactory.sparkVersion());
    assertThat(dockerfile)
        .contains("apache/spark:" + SessionFactory.sparkVersion() + "-scala2.13-java17");
    assertThat(template).containsEntry("mainApplicationFile", "local:///opt/galton/galton.jar");
    assertThat(dockerfile).contains("COPY target/galton.jar /opt/galton/galton.jar");
    assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>galton</finalName>");
    String classpath = System.getProperty("java.class.path");
    for (Object jar : (List<?>) at(template, "deps").get("jars")) {
      String name = jar.toString().substring(jar.toString().lastIndexOf('/') + 1);
      assertThat(jar.toString()).isEqualTo("local:///opt/galton/natives/" + name);
      assertThat(classpath).contains("/" + name);
    }
    for (Object argument : (List<?>) template.get("arguments")) {
      if (argument.toString().startsWith("/opt/galton/")) {
        assertThat(Path.of(argument.toString().substring("/opt/galton/".length()))).exists();
      }
    }
    Matcher copied = Pattern.compile("(?m)^COPY (\\S+) ").matcher(dockerfile);
    while (copied.find()) {
      assertThat(copied.group(1))
          .satisfiesAnyOf(
              source -> assertThat(source).startsWith("target/"),
              source -> assertThat(Path.of(source)).exists());
    }
  }

  @Test
  void otherYamlParses() throws IOException {
    assertThat(yaml("kubernetes/storage.yaml"))
        .extracting(document -> document.get("kind"))
        .containsExactly("PersistentVolumeClaim", "Secret");
    assertThat(yaml("kubernetes/prometheus.yaml").get(0)).containsKey("scrape_configs");
  }

  @Test
  void metricsNameClassesOfSpark() throws Exception {
    Properties metrics = new Properties();
    try (Reader reader = Files.newBufferedReader(CONF.resolve("spark/metrics.properties"))) {
      metrics.load(reader);
    }
    for (String key : metrics.stringPropertyNames()) {
      if (key.endsWith(".class")) {
        Class.forName(metrics.getProperty(key));
      }
    }
    assertThat(metrics).containsKey("*.sink.prometheusServlet.class");
  }

  @Test
  void scriptsParseAndCanBeStarted() throws Exception {
    List<Path> scripts;
    try (Stream<Path> files = Files.walk(CONF)) {
      scripts = files.filter(file -> file.toString().endsWith(".sh")).toList();
    }
    assertThat(scripts).hasSizeGreaterThanOrEqualTo(3);
    for (Path script : scripts) {
      assertThat(Files.getPosixFilePermissions(script)).contains(PosixFilePermission.OWNER_EXECUTE);
      assertThat(Ended.of("bash", "-n", script.toString()).code()).as(script.toString()).isZero();
    }
  }

  @Test
  void theDagParses() throws Exception {
    Assumptions.assumeTrue(isThere("python3"), "no python3");
    String parse = "import ast, sys; ast.parse(open(sys.argv[1]).read())";
    Ended ended =
        Ended.of("python3", "-c", parse, CONF.resolve("airflow/galton_nightly.py").toString());
    assertThat(ended.code()).as(ended.out()).isZero();
  }

  @Test
  void gpusAreFoundAsSparkWantsThem() throws Exception {
    Files.writeString(temporary.resolve("nvidia-smi"), "#!/bin/sh\nprintf '0\\n1\\n'\n");
    temporary.resolve("nvidia-smi").toFile().setExecutable(true);
    String script = CONF.resolve("gpu/discover-gpus.sh").toString();
    String path = "PATH=" + temporary + ":" + System.getenv("PATH");

    assertThat(Ended.of("env", "-u", "CUDA_VISIBLE_DEVICES", path, script).out())
        .isEqualTo("{\"name\": \"gpu\", \"addresses\": [\"0\",\"1\"]}\n");
    assertThat(Ended.of("env", "CUDA_VISIBLE_DEVICES=5", path, script).out())
        .isEqualTo("{\"name\": \"gpu\", \"addresses\": [\"0\"]}\n");

    Files.writeString(temporary.resolve("nvidia-smi"), "#!/bin/sh\necho no driver; exit 9\n");
    Ended broken = Ended.of("env", "-u", "CUDA_VISIBLE_DEVICES", path, script);
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out()).matches("discover-gpus.sh: nvidia-smi failed on .*: no driver\n");
  }

  @Test
  void theNightIsTriedAgainOnlyWhereThatHelps() throws Exception {
    Path home = Files.createDirectories(temporary.resolve("home/cluster-conf/cron"));
    Files.copy(CONF.resolve("cron/nightly.sh"), home.resolve("nightly.sh"));
    Path galton = temporary.resolve("home/galton");
    Path calls = temporary.resolve("home/calls");
    Map<Integer, Integer> attempts = new HashMap<>();
    for (int code : new int[] {0, 1, 2, 3, 137}) {
      Files.deleteIfExists(calls);
      Files.writeString(galton, "#!/bin/sh\necho \"$@\" >> calls\necho told\nexit " + code + "\n");
      galton.toFile().setExecutable(true);
      Ended ended =
          Ended.of("env", "GALTON_PAUSE=0", home.resolve("nightly.sh").toString(), "a.yaml");
      assertThat(ended.code()).isEqualTo(code);
      assertThat(ended.out().isEmpty()).isEqualTo(code == 0);
      assertThat(Files.readAllLines(calls))
          .containsOnly("--properties-file cluster-conf/standalone.conf sweep a.yaml");
      attempts.put(code, Files.readAllLines(calls).size());
    }
    assertThat(attempts).isEqualTo(Map.of(0, 1, 1, 1, 2, 1, 3, 3, 137, 3));
  }

  private List<String> problems(Map<String, String> properties) {
    return properties.entrySet().stream()
        .flatMap(property -> spark.problem(property.getKey(), property.getValue()).stream())
        .toList();
  }

  private static Map<String, String> properties(String text, Pattern pattern) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.put(matcher.group(1), matcher.group(2).strip());
    }
    return found;
  }

  private static Map<String, Set<String>> operatorFields() throws IOException {
    Map<String, Set<String>> fields = new LinkedHashMap<>();
    for (String line :
        Files.readAllLines(
            Path.of("src/test/resources/org/galton/cli/spark-operator-v1beta2.txt"))) {
      if (!line.startsWith("#")) {
        int colon = line.indexOf(':');
        fields.put(line.substring(0, colon), Set.of(line.substring(colon + 2).split(" ")));
      }
    }
    return fields;
  }

  private static List<Map<String, Object>> yaml(String name) throws IOException {
    List<Map<String, Object>> documents = new ArrayList<>();
    new Yaml().loadAll(read(name)).forEach(document -> documents.add(map(document)));
    return documents;
  }

  private static Map<String, Object> at(Map<String, Object> document, String place) {
    Map<String, Object> found = document;
    for (String name : place.split("[.]", -1)) {
      found = map(found.get(name));
    }
    return found;
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, entry) -> map.put((String) key, entry));
    return map;
  }

  private static String read(String name) throws IOException {
    return Files.readString(CONF.resolve(name));
  }

  private static boolean isThere(String command) throws Exception {
    return Ended.of("sh", "-c", "command -v " + command).code() == 0;
  }

  /** Output and errors together. */
  private record Ended(int code, String out) {
    static Ended of(String... command) throws Exception {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), out);
    }
  }
}
