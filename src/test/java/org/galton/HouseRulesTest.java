package org.galton;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.spark.sql.SparkSession;

/** The plan of the house, kept by a machine. */
@AnalyzeClasses(packages = "org.galton", importOptions = DoNotIncludeTests.class)
final class HouseRulesTest {
  private static final String[] GROUND = {
    "org.galton.numerics..",
    "org.galton.reward..",
    "org.galton.statistics..",
    "org.galton.information..",
    "org.galton.scaling..",
    "org.galton.balance..",
    "org.galton.emergence..",
    "org.galton.search..",
    "org.galton.program..",
    "org.galton.chat..",
    "org.galton.worldmodel.."
  };

  @ArchTest
  static final ArchRule packagesUseLowerFloorsOnly =
      classes()
          .should(Floors.useLowerFloorsOnly())
          .because(
              "each package builds on the floors below its own: take what both need one floor down,"
                  + " or hand it over as a value");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices()
          .matching("org.galton.(**)")
          .should()
          .beFreeOfCycles()
          .because("a cycle has no bottom from which to read it");

  @ArchTest
  static final ArchRule packagesAreSmall =
      classes()
          .that()
          .areTopLevelClasses()
          .should(PackageSize.bePartOfASmallPackage())
          .because("a newcomer finds a capability by the name of its package, not in a long list");

  @ArchTest
  static final ArchRule nothingNamesAStudy =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.galton.study.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.galton.study.*..")
          .because(
              "a study is found in the list of studies, so that one more touches no other file");

  @ArchTest
  static final ArchRule noStudyKnowsAnother =
      slices()
          .matching("org.galton.study.(*)..")
          .should()
          .notDependOnEachOther()
          .because("a study can be read, moved and removed by itself");

  @ArchTest
  static final ArchRule mathematicsKnowsNoEngine =
      noClasses()
          .that()
          .resideInAnyPackage(GROUND)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "ai.djl..", "org.apache.hadoop..")
          .allowEmptyShould(true)
          .because("the ground floor is plain Java and Commons Math, to be used without a cluster");

  @ArchTest
  static final ArchRule onlyTheEdgeKnowsSpark =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.galton.job..",
              "org.galton.table..",
              "org.galton.study",
              "org.galton.study.*",
              "org.galton.study.*.row",
              "org.galton.console..",
              "org.galton.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..")
          .because("only jobs, tables and the session factory know the engine");

  @ArchTest
  static final ArchRule recordedNumbersOutliveTheBackwardPass =
      noClasses()
          .that()
          .haveSimpleName("Ops")
          .or()
          .haveSimpleName("SequenceForward")
          .or()
          .haveSimpleName("TrainingLoss")
          .or()
          .haveSimpleName("TokenScorer")
          .or()
          .haveSimpleName("PolicyGradient")
          .should()
          .callMethod(NDArray.class, "mul", Number.class)
          .orShould()
          .callMethod(NDArray.class, "div", Number.class)
          .orShould()
          .callMethod(NDArray.class, "pow", Number.class)
          .orShould()
          .callMethod(Activation.class, "swish", NDArray.class, float.class)
          .because("their numbers are freed before the gradient needs them: use RecordedNumber");

  /** A command holds the session that the factory gives it, hands it to a job and closes it. */
  @ArchTest
  static final ArchRule commandsLeaveSparkToTheJobs =
      noClasses()
          .that()
          .resideInAPackage("org.galton.cli..")
          .and()
          .doNotHaveFullyQualifiedName("org.galton.console.SessionFactory")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.apache.spark..").and(not(equivalentTo(SparkSession.class))))
          .because("a command parses, calls a job and prints");

  @ArchTest
  static final ArchRule onlyDecoderAndTrainingKnowDjl =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.galton.model.llama..", "org.galton.train..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..")
          .because("another engine must be able to take DJL's place");

  @ArchTest
  static final ArchRule dataNeverBecomesCode =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.ObjectInputStream|java\\.net\\.URLClassLoader"
                  + "|javax\\.script\\..*|java\\.beans\\.XMLDecoder")
          .because(
              "specs, checkpoints, logs and what models write come from anywhere: they are parsed,"
                  + " never deserialised, loaded or run");

  @ArchTest
  static final ArchRule onlyTheUsersProgramsAndTheSandboxAreStarted =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.galton.task.judge.JudgeProcess")
          .and()
          .doNotHaveFullyQualifiedName("org.galton.task.judge.sandbox.SandboxProcess")
          .and()
          .doNotHaveFullyQualifiedName("org.galton.model.engine.EngineProcess")
          .and()
          .doNotHaveFullyQualifiedName("org.galton.bench.TimedCommand")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.ProcessBuilder")
          .because(
              "a judge's and an engine's command are the user's own, from the spec, as a jar is;"
                  + " nothing that a model wrote chooses or shapes it: completions reach it as"
                  + " lines of its input; what a model wrote is run by a command of ours alone,"
                  + " in a sandbox that was tried before, and reaches it as its input, too; a"
                  + " benchmark starts galton itself");

  @ArchTest
  static final ArchRule classesAreNamedByTheirRole =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Base|Impl)")
          .because("such a name says where code was put, not what it does");
}
