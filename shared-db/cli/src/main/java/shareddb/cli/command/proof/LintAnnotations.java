package shareddb.cli.command.proof;

import java.util.List;
import java.util.stream.Stream;
import shareddb.cli.annotation.Annotation;
import shareddb.cli.annotation.AnnotationRule;
import shareddb.cli.command.CommandContext;
import shareddb.cli.option.FormatOption;
import shareddb.schema.lint.LintReport;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.RuleName;

/** The findings of lint for a code review. */
record LintAnnotations(List<LintReport> reports, CommandContext context) {

  void print(FormatOption format) {
    List<AnnotationRule> rules = Stream.of(RuleName.values()).map(LintAnnotations::rule).toList();
    List<Annotation> found =
        reports.stream()
            .flatMap(report -> report.findings().stream())
            .map(this::annotation)
            .toList();
    format.print("db lint", rules, found, context.terminal());
  }

  private static AnnotationRule rule(RuleName rule) {
    return new AnnotationRule(
        rule.number(), rule.toString(), rule.finds(), rule.severity().toString());
  }

  private Annotation annotation(LintFinding finding) {
    return new Annotation(
        rule(finding.rule()),
        finding.severity().toString(),
        context.inRepository(finding.file()),
        finding.line(),
        finding.what(),
        finding.instead());
  }
}
