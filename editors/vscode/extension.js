// Starts `coffee-first lsp` for scenarios, and opens the preview. All that is known of scenarios is known there.

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const BEGINS = /^coffee_first[ ]*:/m;

let client;
let starting;

/** Whether a document is a scenario or the tests of one. */
function ours(document) {
  if (document.languageId !== "yaml") return false;
  return /[\\/](scenario|tests)\.yaml$/.test(document.fileName) || BEGINS.test(document.getText().slice(0, 20000));
}

/** The words of the command that is started, and where. */
function command() {
  const words = vscode.workspace.getConfiguration("coffeeFirst").get("command");
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  return { program: words[0], words: words.slice(1), folder };
}

async function start() {
  const { program, words, folder } = command();
  const run = {
    command: program,
    args: [...words, "lsp"],
    transport: TransportKind.stdio,
    options: { cwd: folder },
  };
  client = new LanguageClient(
    "coffeeFirst",
    "Coffee First",
    { run, debug: run },
    {
      documentSelector: [
        { scheme: "file", language: "yaml" },
        { scheme: "untitled", language: "yaml" },
      ],
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    starting = undefined;
    const settings = "Open the settings";
    const chosen = await vscode.window.showErrorMessage(
      `Coffee First could not be started (${program} lsp): ${error.message ?? error}. ` +
        'Type pip install "coffee-first[lsp]", or say in the settings how it is started.',
      settings,
    );
    if (chosen === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "coffeeFirst.command");
    }
  }
}

/** Starts the server when the first scenario is seen; other YAML does not need it. */
function startFor(document) {
  if (!starting && ours(document)) starting = start();
}

async function stop() {
  const stopping = client;
  client = undefined;
  starting = undefined;
  if (stopping) await stopping.stop();
}

async function restart() {
  await stop();
  starting = start();
  await starting;
}

/** Opens the game beside the editor, in a terminal in which its messages can be read. */
function preview() {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || document.isUntitled || !ours(document)) {
    vscode.window.showInformationMessage("Open a scenario first, and save it once.");
    return;
  }
  const { program, words, folder } = command();
  // The words go to the program as they are, past any shell: the name of a file cannot run anything.
  const terminal = vscode.window.createTerminal({
    name: "Coffee First",
    shellPath: program,
    shellArgs: [...words, "preview", document.fileName],
    cwd: folder,
  });
  terminal.show(true);
}

function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("coffeeFirst.restart", restart),
    vscode.commands.registerCommand("coffeeFirst.preview", preview),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeTextDocument((event) => startFor(event.document)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("coffeeFirst.command") && starting) restart();
    }),
  );
  vscode.workspace.textDocuments.forEach(startFor);
}

function deactivate() {
  return stop();
}

module.exports = { activate, deactivate };
