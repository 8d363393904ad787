// SPDX-License-Identifier: MIT
// The file dialog: walks, refuses, asks before replacing, survives odd names.
#include "gui/file_dialog.hpp"

#include <fstream>
#include <random>

#include "catch.hpp"
#include "harness.hpp"

using namespace fogline::gui;
namespace fs = std::filesystem;

namespace {

// A directory of its own for each test, gone afterwards.
struct Folder {
  fs::path path =
      fs::temp_directory_path() / ("fogline-files-" + std::to_string(std::random_device{}()));

  Folder() {
    fs::create_directories(path / "lessons");
    for (const char* name : {"b.json", "A.json", "notes.txt", ".hidden.json"}) touch(name);
  }
  ~Folder() { fs::remove_all(path); }
  void touch(const fs::path& name) const { std::ofstream(path / name) << "{}"; }
};

struct Open {
  Folder folder;
  FileDialog dialog;
  std::optional<fs::path> chosen;
  test::Harness harness{[this](Ui& ui) {
    if (const auto path = draw_file_dialog(ui, dialog)) chosen = path;
  }};

  explicit Open(FileMode mode, std::string name = {}) {
    open_file_dialog(dialog, mode, "Open", folder.path, std::move(name));
    harness.frames(4);
  }
};

}  // namespace

TEST_CASE("a listing holds directories first, then files of the extension, none hidden") {
  const Folder folder;
  const FileListing listing = list_directory(folder.path, ".json");
  REQUIRE(listing.entries.size() == 3);
  CHECK(listing.entries[0].shown == "lessons");
  CHECK(listing.entries[1].shown == "A.json");
  CHECK(listing.entries[2].shown == "b.json");
  CHECK(list_directory(folder.path, ".json", true).entries.size() == 4);
  CHECK(list_directory(folder.path, "").entries.size() == 4);
}

TEST_CASE("a directory that cannot be listed says so in a sentence") {
  const Folder folder;
  CHECK(list_directory(folder.path / "gone", "").error.ends_with(" does not exist."));
  CHECK(list_directory(folder.path / "b.json", "").error.ends_with(" is not a folder."));
}

TEST_CASE("names that are no UTF-8 are shown with a replacement and opened by their bytes") {
  Open open(FileMode::open);
  const fs::path odd = "caf\xe9.json";
  open.folder.touch(odd);
  enter(open.dialog, open.folder.path);
  open.harness.frames(2);
  REQUIRE(open.dialog.listing.entries.size() == 4);
  CHECK(open.dialog.listing.entries[3].shown == "caf\uFFFD.json");
  open.harness.click("file/entries/3");
  open.harness.click("file/accept");
  CHECK(open.chosen == open.folder.path / odd);
}

TEST_CASE("typed paths are resolved against the directory") {
  CHECK(resolved("/a/b", "c.json") == "/a/b/c.json");
  CHECK(resolved("/a/b", "../c.json") == "/a/c.json");
  CHECK(resolved("/a/b", "/d") == "/d");
  CHECK(resolved("/a/b", "~/x") == home_directory() / "x");
}

TEST_CASE("a file is opened by pressing it and the button") {
  Open open(FileMode::open);
  open.harness.click("file/entries/1");
  CHECK(!open.chosen);
  open.harness.click("file/accept");
  CHECK(open.chosen == open.folder.path / "A.json");
  CHECK(!open.dialog.open);
}

TEST_CASE("a file is opened by typing its name and Enter") {
  Open open(FileMode::open);
  open.harness.type("b.json");
  open.harness.press(ImGuiKey_Enter);
  CHECK(open.chosen == open.folder.path / "b.json");
}

TEST_CASE("folders are entered by pressing them and left by the button or Backspace") {
  Open open(FileMode::open);
  open.harness.click("file/entries/0");
  CHECK(open.dialog.directory == open.folder.path / "lessons");
  open.harness.click("file/up");
  CHECK(open.dialog.directory == open.folder.path);
  open.harness.click("file/entries/0");
  open.harness.click("file/field");
  open.harness.press(ImGuiKey_Backspace);
  CHECK(open.dialog.directory == open.folder.path);
}

TEST_CASE("what is not there is refused with a sentence") {
  Open open(FileMode::open);
  open.harness.type("gone.json");
  open.harness.press(ImGuiKey_Enter);
  CHECK(!open.chosen);
  CHECK(open.dialog.open);
  CHECK(open.dialog.error.starts_with("There is no file "));
  open.harness.press(ImGuiKey_Escape);
  open.harness.press(ImGuiKey_Escape);
  CHECK(!open.dialog.open);
}

TEST_CASE("a new name gets the extension") {
  Open open(FileMode::save, "run");
  open.harness.click("file/accept");
  CHECK(open.chosen == open.folder.path / "run.json");
}

TEST_CASE("saving into a folder that is not there is refused") {
  Open open(FileMode::save, "nowhere/run.json");
  open.harness.click("file/accept");
  CHECK(!open.chosen);
  CHECK(open.dialog.error.starts_with("There is no folder "));
}

TEST_CASE("an existing file is replaced only after the question") {
  Open open(FileMode::save, "b.json");
  open.harness.click("file/accept");
  CHECK(!open.chosen);
  REQUIRE(open.harness.has("file/replace/keep"));
  open.harness.click("file/replace/keep");
  CHECK(!open.chosen);
  CHECK(open.dialog.open);
  open.harness.click("file/accept");
  open.harness.click("file/replace/replace");
  CHECK(open.chosen == open.folder.path / "b.json");
}

TEST_CASE("a name typed for saving survives a change of folder") {
  Open open(FileMode::save, "run");
  open.harness.click("file/entries/0");
  open.harness.click("file/accept");
  CHECK(open.chosen == open.folder.path / "lessons" / "run.json");
}

TEST_CASE("arrow keys pick entries and cancel closes") {
  Open open(FileMode::open);
  open.harness.press(ImGuiKey_DownArrow);
  open.harness.press(ImGuiKey_DownArrow);
  CHECK(open.dialog.line == 1);
  open.harness.click("file/cancel");
  CHECK(!open.dialog.open);
  CHECK(!open.chosen);
}

TEST_CASE("a folder of many long names is shown") {
  Open open(FileMode::open);
  for (int i = 0; i < 2000; ++i)
    open.dialog.listing.entries.push_back({"x", std::string(250, 'w') + std::to_string(i), false});
  open.harness.frames(3);
  CHECK(open.harness.has("file/entries/0"));
  CHECK(!open.harness.has("file/entries/1500"));
}
