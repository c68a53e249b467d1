package workshop.app;

import shareddb.serve.Serve;
import workshop.personaltodo.PersonalTodo;

/** Serves every module. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Serve.together(new PersonalTodo());
  }
}
