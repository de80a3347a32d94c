"""The server, driven by pytest-lsp in the guise of three editors: every capability that it advertises is asked for."""

import os
import pathlib
import shutil

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

PROGRAM = os.environ["SHAREWRIGHT"]
EXAMPLE = pathlib.Path(__file__).resolve().parents[3] / "examples" / "complete"
EDITORS = ["visual-studio-code", "neovim", "emacs"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The complete example, with a misspelt word in its agreement."""
    folder = tmp_path_factory.mktemp("workspace")
    for name in ["triage-car.isa", "triage-car.sop", "organisations.isa", "notices.isa"]:
        shutil.copy(EXAMPLE / name, folder / name)
    return folder


@pytest_lsp.fixture(params=EDITORS, config=ClientServerConfig(server_command=[PROGRAM, "lsp", "--as-of", "2026-11-22"]))
async def client(request, folder, lsp_client: LanguageClient):
    params = types.InitializeParams(
        capabilities=client_capabilities(request.param),
        workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="workspace")],
    )
    # What the server asks of an editor, and pytest-lsp leaves to the test.
    lsp_client.feature("client/registerCapability")(lambda *_: None)
    result = await lsp_client.initialize_session(params)
    lsp_client.advertised = result.capabilities
    yield
    await lsp_client.shutdown_session()


class Document:
    """An open document, and positions in it."""

    def __init__(self, client, path):
        self.client, self.uri, self.text = client, path.as_uri(), path.read_text()
        self.identifier = types.TextDocumentIdentifier(uri=self.uri)
        item = types.TextDocumentItem(uri=self.uri, language_id="sharewright", version=1, text=self.text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))

    def at(self, words, further=1):
        """The position of some words. The example is plain ASCII there, so every unit is the same."""
        place = self.text.index(words)
        line = self.text.count("\n", 0, place)
        return types.Position(line=line, character=place - (self.text.rfind("\n", 0, place) + 1) + further)

    def whole(self):
        return types.Range(start=types.Position(0, 0), end=types.Position(self.text.count("\n"), 0))


async def test_every_capability_is_answered(client: LanguageClient, folder):
    document = Document(client, folder / "triage-car.isa")
    here = {"text_document": document.identifier}
    party = {**here, "position": document.at("police", 1)}
    law = {**here, "position": document.at("UK GDPR Art 6(1)", 4)}
    whole = {**here, "range": document.whole()}
    answered = {
        "hover_provider": await client.text_document_hover_async(types.HoverParams(**law)),
        "completion_provider": await client.text_document_completion_async(types.CompletionParams(**party)),
        "definition_provider": await client.text_document_definition_async(types.DefinitionParams(**here, position=document.at("between", 10))),
        "references_provider": await client.text_document_references_async(
            types.ReferenceParams(**here, position=document.at("between", 10), context=types.ReferenceContext(include_declaration=True))
        ),
        "document_symbol_provider": await client.text_document_document_symbol_async(types.DocumentSymbolParams(**here)),
        "workspace_symbol_provider": await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="nurse")),
        "rename_provider": await client.text_document_rename_async(types.RenameParams(**here, position=document.at("between", 10), new_name="constabulary")),
        "document_link_provider": await client.text_document_document_link_async(types.DocumentLinkParams(**here)),
        "folding_range_provider": await client.text_document_folding_range_async(types.FoldingRangeParams(**here)),
        "inlay_hint_provider": await client.text_document_inlay_hint_async(types.InlayHintParams(**whole)),
        "semantic_tokens_provider": await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(**here)),
        "diagnostic_provider": await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(**here)),
        "code_action_provider": await client.text_document_code_action_async(types.CodeActionParams(**whole, context=types.CodeActionContext(diagnostics=[]))),
        "execute_command_provider": await client.workspace_execute_command_async(types.ExecuteCommandParams(command="sharewright.explain", arguments=["CHK-Q03"])),
    }
    if getattr(client.advertised, "document_formatting_provider", None):
        options = types.FormattingOptions(tab_size=2, insert_spaces=True)
        answered["document_formatting_provider"] = await client.text_document_formatting_async(types.DocumentFormattingParams(**here, options=options))
    for name, answer in answered.items():
        assert answer is not None, name
    assert len(answered["references_provider"]) > 5 and len(answered["document_link_provider"]) > 10
    everything = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(previous_result_ids=[]))
    assert len(everything.items) == 4
    assert (await client.text_document_prepare_rename_async(types.PrepareRenameParams(**here, position=document.at("between", 10)))) is not None
    part = types.SemanticTokensRangeParams(**whole)
    assert (await client.text_document_semantic_tokens_range_async(part)) is not None
    no_requests = {"position_encoding", "text_document_sync", "workspace", "experimental"}
    for name, value in vars(client.advertised).items() if hasattr(client.advertised, "__dict__") else [(n, getattr(client.advertised, n)) for n in client.advertised.__slots__ if not n.startswith("__")]:
        assert value is None or name in answered or name in no_requests, f"{name} is advertised and was not asked for"


async def test_a_slip_is_told_and_goes_when_it_is_mended(client: LanguageClient, folder):
    document = Document(client, folder / "triage-car.isa")

    async def codes():
        report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(text_document=document.identifier))
        return [diagnostic.code for diagnostic in report.items]

    assert "SYN-10" not in await codes()
    place = document.at("between", 3)

    def change(version, start, end, text):
        event = types.TextDocumentContentChangePartial(range=types.Range(start=start, end=end), text=text)
        identifier = types.VersionedTextDocumentIdentifier(uri=document.uri, version=version)
        client.text_document_did_change(types.DidChangeTextDocumentParams(text_document=identifier, content_changes=[event]))

    change(2, place, place, "x")
    assert "SYN-10" in await codes()
    change(3, place, types.Position(place.line, place.character + 1), "")
    assert "SYN-10" not in await codes()
