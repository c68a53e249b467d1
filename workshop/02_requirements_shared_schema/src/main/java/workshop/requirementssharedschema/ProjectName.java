package workshop.requirementssharedschema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The body of a request that adds or renames a project. */
record ProjectName(@NotBlank @Size(max = Project.MAX_NAME) String name) {

  static final ProjectName EXAMPLE = new ProjectName("Web shop");
}
