import './stage.css'
