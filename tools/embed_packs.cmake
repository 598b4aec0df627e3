# Compiles every file of packs/ into the program: one assembler file with .incbin and one index.
# Sets SIDIK_EMBEDDED_PACKS to the two generated sources.
file(GLOB_RECURSE pack_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/packs ${CMAKE_SOURCE_DIR}/packs/*.toml ${CMAKE_SOURCE_DIR}/packs/*.tsv)
list(SORT pack_files)
set(assembly ".section .rodata\n")
set(declarations "")
set(entries "")
set(index 0)
set(depends "")
foreach(file IN LISTS pack_files)
  string(APPEND assembly ".global sidik_pack_${index}_begin\n.global sidik_pack_${index}_end\n.balign 16\nsidik_pack_${index}_begin:\n.incbin \"${CMAKE_SOURCE_DIR}/packs/${file}\"\nsidik_pack_${index}_end:\n")
  string(APPEND declarations "extern const char sidik_pack_${index}_begin[];\nextern const char sidik_pack_${index}_end[];\n")
  string(APPEND entries "    {\"${file}\", {sidik_pack_${index}_begin, static_cast<std::size_t>(sidik_pack_${index}_end - sidik_pack_${index}_begin)}},\n")
  list(APPEND depends ${CMAKE_SOURCE_DIR}/packs/${file})
  math(EXPR index "${index} + 1")
endforeach()
string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_packs.S CONTENT "${assembly}" @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_packs.cpp CONTENT "// Made by tools/embed_packs.cmake.
#include \"pack/embedded.hpp\"
extern \"C\" {
${declarations}}
namespace sidik::pack {
std::span<const EmbeddedFile> embedded_files() {
  static const EmbeddedFile files[] = {
${entries}  };
  return files;
}
}  // namespace sidik::pack
" @ONLY)
set(SIDIK_EMBEDDED_PACKS ${CMAKE_BINARY_DIR}/embedded_packs.S ${CMAKE_BINARY_DIR}/embedded_packs.cpp)
set_source_files_properties(${CMAKE_BINARY_DIR}/embedded_packs.S PROPERTIES OBJECT_DEPENDS "${depends}")
