//! All that a template can reach: itself, the data, the faces. No file, no package, no network, no clock.

use super::typeface::Typeface;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::fault::Fault;

/// The template. It is the same for every document; what differs is data.
const TEMPLATE: &str = include_str!("../template/document.typ");

/// What stays the same from document to document.
pub(crate) struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    pub(crate) typeface: Typeface,
    template: Source,
    data: FileId,
}

impl Shop {
    pub(crate) fn open() -> Result<Self, Fault> {
        let file = |name: &str| VirtualPath::new(name).map(|path| FileId::new(RootedPath::new(VirtualRoot::Project, path)));
        let (Ok(template), Ok(data)) = (file("document.typ"), file("data.json")) else {
            return Err(Fault::of_the_tool("the names of the template and its data cannot be used"));
        };
        let typeface = Typeface::load()?;
        // The cells of tables say which are headings; that is not yet on by itself.
        let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
        Ok(Shop { library: LazyHash::new(library), book: LazyHash::new(typeface.book()), typeface, template: Source::new(template, TEMPLATE.to_owned()), data })
    }
}

/// The world of one document.
pub(crate) struct Desk<'s> {
    pub(crate) shop: &'s Shop,
    pub(crate) data: Bytes,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.shop.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.shop.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shop.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.typeface.face(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
