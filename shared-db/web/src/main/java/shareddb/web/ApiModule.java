package shareddb.web;

/** A module with an API. The process that serves all modules finds it by {@code ServiceLoader}. */
public interface ApiModule {

  /** The name of its folder, which is the name of its schema too. */
  String name();

  /** For people, on pages and in the OpenAPI document. */
  String title();

  /** Adds its routes. Called once, before the server starts. */
  void routes(Api api, ModuleResources resources);
}
